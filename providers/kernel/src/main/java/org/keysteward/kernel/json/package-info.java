/**
 * JSON and base64url, read strictly: what is read here is signed or hashed, and has to mean the same to everybody. {@link
 * org.keysteward.kernel.json.Json} is the entry point; {@link org.keysteward.kernel.json.MalformedException} says what is
 * wrong without repeating it.
 *
 * <p>Pure, and for commands too: Gson, relocated in the bundle, and nothing of a server.
 */
@NullMarked
package org.keysteward.kernel.json;

import org.jspecify.annotations.NullMarked;
