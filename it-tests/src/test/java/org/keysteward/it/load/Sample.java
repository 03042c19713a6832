package org.keysteward.it.load;

/**
 * One measured value.
 *
 * @param round the round it was taken in; samples of a round are compared with each other
 */
record Sample(Scenario scenario, Variant variant, int round, double value) {}
