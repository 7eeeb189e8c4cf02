package io.github.espial.diagnose;

import java.util.List;

/** Finds one kind of fault. Stateless; a fault is stated only with evidence that a reader can check. */
public interface Check {
    /** What it finds, in kebab case: the name of its explanation page and of its findings. */
    String id();

    /** What it finds, in one line without trailing period. */
    String summary();

    /** Everything of its kind in {@code facts}. */
    List<Finding> examine(Case facts);
}
