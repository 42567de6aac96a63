package org.baton.protocol;

import java.util.regex.Pattern;
import org.baton.protocol.FormDefinition.Field;

/** What a text of a form must be: of letters that can be kept, within its room, and of the pattern that the form asks for. */
final class TextRules {

  /** As strict as mail programs are: a name and a host of plain parts, no dot or hyphen at either end of one and no two dots together. */
  private static final Pattern EMAIL = Pattern.compile(
      "[\\w+'-]{1,64}(\\.[\\w+'-]{1,64})*@[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)+");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_EMAIL_NAME = 64;

  private final FormContract contract;

  TextRules(FormContract contract) {
    this.contract = contract;
  }

  void check(Field field, String path, Object value, RuleFaults faults) {
    var rules = field.rules();
    if (!(value instanceof String text)) {
      faults.add(path, RuleFaults.shown(value), "a text");
      return;
    }
    var letters = FormText.fault(text, !field.type().equals("textfield"));
    if (letters.isPresent()) {
      faults.add(path, RuleFaults.length(text), letters.get());
      return;
    }
    var room = contract.room(field.targets());
    var longest = rules.maxLength() == null ? room : Math.min(room, rules.maxLength());
    if (text.length() > longest || rules.minLength() != null && text.length() < rules.minLength()) {
      faults.add(path, RuleFaults.length(text),
          (rules.minLength() == null ? "" : rules.minLength() + " to ") + longest + " characters" + (rules.minLength() == null ? " at most" : ""));
      return;
    }
    if (rules.pattern() != null && !matches(rules.pattern(), text)) {
      faults.add(path, RuleFaults.length(text), "a text of the form " + rules.pattern());
    }
    if ("email".equals(rules.validationType()) && !isEmail(text)) {
      faults.add(path, RuleFaults.length(text), "an e-mail address");
    }
  }

  /** In time that grows with the text alone. A pattern of before that was asked may need more than such a matcher knows. */
  private static boolean matches(String pattern, String text) {
    try {
      return com.google.re2j.Pattern.matches(pattern, text);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return text.matches(pattern);
    }
  }

  private static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && text.indexOf('@') <= LONGEST_EMAIL_NAME && EMAIL.matcher(text).matches();
  }
}
