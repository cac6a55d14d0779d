package dev.turnstone.servers;

import java.util.function.Supplier;

/**
 * Something that is made when it is asked for the first time. When that fails it is not tried again: the same failure
 * comes each time.
 */
final class Lazy<T> {

    private final Supplier<T> maker;
    private T value;
    private RuntimeException failure;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return value;
    }
}
