// Runs the validator of ADL's public test suite (SCORM 2004, 4th edition) on packages and prints what it finds.
// Compiled against the suite by tests/packages/adl-validator; the suite is no part of Tailorbird.
import org.adl.validator.Validator;
import org.adl.validator.util.Result;
import org.adl.validator.util.ResultCollection;
import org.adl.validator.util.ValidatorMessage;

public class AdlValidate {
  public static void main(String[] files) {
    boolean allPass = true;
    for (String file : files) {
      Validator validator = new Validator(file, "contentaggregation", false);
      validator.validate();
      ResultCollection results = validator.getResultCollection();
      int checks = 0;
      boolean passes = true;
      for (Result result : results.getPackageResultsCollection()) {
        ++checks;
        if (result.isPackageCheckerPassed()) continue;
        passes = false;
        System.out.println("  " + result.getPackageCheckerName());
        for (ValidatorMessage message : result.getOverallStatusMessage()) System.out.println("    " + message);
        for (ValidatorMessage message : result.getPackageCheckerMessages()) System.out.println("    " + message);
      }
      if (checks == 0) passes = false;
      System.out.println((passes ? "passes " : "FAILS ") + file + " (" + checks + " checks)");
      allPass &= passes;
    }
    System.exit(allPass ? 0 : 1);
  }
}
