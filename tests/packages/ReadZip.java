import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.security.MessageDigest;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Names and SHA-256 of what is in a zip, sorted; read as a stream, as learning systems in Java do. */
public class ReadZip {
  public static void main(String[] arguments) throws Exception {
    TreeMap<String, String> hashes = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new FileInputStream(arguments[0])))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        StringBuilder hash = new StringBuilder();
        for (byte one : MessageDigest.getInstance("SHA-256").digest(zip.readAllBytes())) {
          hash.append(String.format("%02x", one));
        }
        hashes.put(entry.getName(), hash.toString());
      }
    }
    hashes.forEach((name, hash) -> System.out.println(hash + " " + name));
  }
}
