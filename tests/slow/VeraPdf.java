import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files with veraPDF's engine: java VeraPdf ua1,2a a.pdf b.pdf; one line a file and profile, failed rules below. */
public final class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean compliant = true;
        for (int at = 1; at < arguments.length; at++) {
            for (String name : arguments[0].split(",")) {
                compliant &= validate(arguments[at], PDFAFlavour.byFlavourId(name), name);
            }
        }
        System.exit(compliant ? 0 : 1);
    }

    private static boolean validate(String path, PDFAFlavour flavour, String name) throws Exception {
        try (FileInputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name + " " + path);
            Map<String, Integer> failed = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    failed.merge(rule + " " + assertion.getMessage(), 1, Integer::sum);
                }
            }
            failed.forEach((rule, count) -> System.out.println("    " + count + " x " + rule));
            return result.isCompliant();
        }
    }
}
