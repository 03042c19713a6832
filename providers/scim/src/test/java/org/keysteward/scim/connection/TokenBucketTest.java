package org.keysteward.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void givesAsManyAsAMinuteHasAndThenOneAfterTheOther() {
        var bucket = new TokenBucket(60, 0);
        for (var i = 0; i < 60; i++) {
            assertThat(bucket.take(0)).isZero();
        }

        assertThat(bucket.take(0)).isOne();
        assertThat(bucket.take(SECOND)).isZero();
        assertThat(bucket.take(SECOND)).isOne();
    }

    @Test
    void saysHowLongToWait() {
        var bucket = new TokenBucket(2, 0);
        bucket.take(0);
        bucket.take(0);

        assertThat(bucket.take(0)).isEqualTo(30);
        assertThat(bucket.take(20 * SECOND)).isEqualTo(10);
    }

    @Test
    void keepsNoMoreThanAMinuteHas() {
        var bucket = new TokenBucket(2, 0);

        assertThat(bucket.take(3600 * SECOND)).isZero();
        assertThat(bucket.take(3600 * SECOND)).isZero();
        assertThat(bucket.take(3600 * SECOND)).isPositive();
    }

    @Test
    void followsTheLicense() {
        var bucket = new TokenBucket(100, 0);
        bucket.change(1);

        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isPositive();
        bucket.change(0);
        assertThat(bucket.take(3600 * SECOND)).isEqualTo(60);
    }
}
