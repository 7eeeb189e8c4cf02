package io.github.espial.report.lang;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A language that reports can be written in. A further one is a constant here and a catalog beside this class. */
public enum Language {
    /** As the program words it: no catalog, nothing to look up. */
    ENGLISH("en"),
    GERMAN("de");

    private static final Map<Language, Catalog> CATALOGS = new ConcurrentHashMap<>();

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Its tag (BCP 47), as in {@code --lang} and in documents. */
    public String code() {
        return code;
    }

    /** The language of a tag; empty where reports cannot be written in it. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** What turns texts into this language, for one report at a time; a catalog is read when first asked for. */
    public Translation translation() {
        if (this == ENGLISH) {
            return Translation.NONE;
        }
        Catalog catalog = CATALOGS.get(this);
        if (catalog == null) {
            catalog = Catalog.load(code + ".txt");
            CATALOGS.put(this, catalog);
        }
        return new CatalogTranslation(this, catalog);
    }
}
