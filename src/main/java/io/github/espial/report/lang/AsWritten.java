package io.github.espial.report.lang;

/** Leaves every text as it is. */
final class AsWritten implements Translation {
    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    @Override
    public String of(String english) {
        return english;
    }
}
