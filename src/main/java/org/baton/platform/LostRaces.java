package org.baton.platform;

import org.baton.platform.web.EngineErrors;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job that lost a race with another has not failed: it is due again as before and keeps its tries. The engine's own would put it off
 * by as much as a failed step, a minute and more, while people wait for what comes next.
 */
class LostRaces extends DefaultFailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    if (!EngineErrors.lostRace(exception)) {
      return super.getCommand(jobId, exception);
    }
    var unlock = new UnlockJobCmd(jobId);
    return unlock::execute;
  }
}
