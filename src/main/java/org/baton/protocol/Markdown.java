package org.baton.protocol;

/**
 * Text for a form that may carry marks of its own. Text components of forms read Markdown; whatever is shown there as a plain text is
 * escaped, so that a name is a name and no link or heading.
 */
public record Markdown(String text) {

  /** The text so that a form shows it as it was typed; line breaks and list marks at the beginning of a line stay. */
  public static String escape(String typed) {
    return typed.replaceAll("[\\\\`*_\\[\\]#~|!@]", "\\\\$0").replace("://", "\\://").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replaceAll("(?i)\\b(www)\\.", "$1\\\\.");
  }
}
