package org.baton.platform;

import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * One deployment after the other in this server, from before its transaction begins until after it has ended: H2 gives up waiting for a
 * row after a second or two, so the row that holds for several servers ({@link PackChanges#awaitTurn}) must not be waited for here.
 */
class DeploymentsInTurn extends CommandInterceptor {

  private final ReentrantLock turn = new ReentrantLock(true);

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof DeployCmd) || Context.getCommandContext() != null) {
      return next.execute(command);
    }
    turn.lock();
    try {
      return next.execute(command);
    } finally {
      turn.unlock();
    }
  }
}
