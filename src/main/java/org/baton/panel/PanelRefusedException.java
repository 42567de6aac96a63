package org.baton.panel;

/** What was asked of the panel is not possible; the message names what, its value and what was expected. Nothing was changed. */
public class PanelRefusedException extends RuntimeException {

  public PanelRefusedException(String message) {
    super(message);
  }
}
