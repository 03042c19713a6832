/**
 * What the bundle's JAR does outside a server: {@code java -jar keysteward-<version>.jar <command> …}. {@link
 * org.keysteward.kernel.command.Main} finds the {@link org.keysteward.kernel.command.Command}s that capabilities bring
 * and runs the one that is asked for; {@link org.keysteward.kernel.command.Arguments} reads what is written behind it.
 *
 * <p>Pure, and more: a command has the JDK and the bundle's own classes, nothing else.
 */
@NullMarked
package org.keysteward.kernel.command;

import org.jspecify.annotations.NullMarked;
