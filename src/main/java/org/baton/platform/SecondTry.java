package org.baton.platform;

import org.baton.platform.web.EngineErrors;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What somebody starts by a form is tried again if it met another step of the same case: it rests on nothing that the other has changed,
 * and whoever raises a concern must not be told to come back. A task is another matter: somebody else has done it.
 */
class SecondTry extends CommandInterceptor {

  private static final int TRIES = 8;

  @Override
  public <T> T execute(Command<T> command) {
    var tries = command instanceof SubmitStartFormCmd && Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive() ? TRIES : 1;
    for (var attempt = 1; ; attempt++) {
      try {
        return next.execute(command);
      } catch (RuntimeException e) {
        if (attempt >= tries || !EngineErrors.lostRace(e)) {
          throw e;
        }
      }
    }
  }
}
