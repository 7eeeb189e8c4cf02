package io.github.espial.esp;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Ciphers and MACs of the JDK, and of BouncyCastle what the JDK lacks. Its provider is never registered. */
final class Jca {
    /** Services and algorithms that were asked for: each message of IKE asks, and the JDK puts all its lists together. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Jca() {}

    static Cipher cipher(String transformation) throws GeneralSecurityException {
        return jdkHas("Cipher", transformation) ? Cipher.getInstance(transformation) : lentCipher(transformation);
    }

    /** The cipher as BouncyCastle has it, whether the JDK has it or not. */
    static Cipher lentCipher(String transformation) throws GeneralSecurityException {
        return Cipher.getInstance(transformation, Lender.PROVIDER);
    }

    static Mac mac(String algorithm) throws GeneralSecurityException {
        return jdkHas("Mac", algorithm) ? Mac.getInstance(algorithm) : Mac.getInstance(algorithm, Lender.PROVIDER);
    }

    /** Name of the key algorithm in a transformation such as {@code AES/CBC/NoPadding}. */
    static String keyAlgorithm(String transformation) {
        int slash = transformation.indexOf('/');
        return slash < 0 ? transformation : transformation.substring(0, slash);
    }

    private static boolean jdkHas(String service, String transformation) {
        // The JDK has AES and no CCM; every other mode here it has of each algorithm that it has.
        return !transformation.contains("/CCM/")
                && KNOWN.computeIfAbsent(service + " " + keyAlgorithm(transformation), key -> offers(service, key));
    }

    private static boolean offers(String service, String key) {
        String algorithm = key.substring(service.length() + 1);
        return Security.getAlgorithms(service).stream().anyMatch(algorithm::equalsIgnoreCase);
    }

    /** Loaded when first needed: most SAs need nothing of it. */
    private static final class Lender {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
