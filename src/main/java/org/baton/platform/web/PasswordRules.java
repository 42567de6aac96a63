package org.baton.platform.web;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** The engine's own rules, a length of twelve, and no password that stands in lists of common ones or is one of them in disguise. */
class PasswordRules implements PasswordPolicy {

  private static final int SHORTEST = 12;
  /** The measure takes a time that grows with the square of the length, and what is longer than this is no common password. */
  private static final int MEASURED = 100;
  /** Of 0 to 4: more than a hundred million guesses. */
  private static final int STRONG = 3;

  private final List<PasswordPolicyRule> rules = new ArrayList<>();

  PasswordRules() {
    new DefaultPasswordPolicyImpl().getRules().stream().filter(rule -> !(rule instanceof PasswordPolicyLengthRuleImpl)).forEach(rules::add);
    rules.add(new PasswordPolicyLengthRuleImpl(SHORTEST));
    rules.add(new NotCommon());
  }

  @Override
  public List<PasswordPolicyRule> getRules() {
    return rules;
  }

  private static final class NotCommon implements PasswordPolicyRule {

    private final Zxcvbn measure = new Zxcvbn();

    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_NOT_COMMON";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String password) {
      return password.length() > MEASURED || measure.measure(password).getScore() >= STRONG;
    }
  }
}
