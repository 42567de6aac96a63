package org.camunda.bpm.engine.rest.exception;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.baton.platform.web.EngineErrors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.ParseExceptionDto;
import org.camunda.bpm.engine.rest.dto.migration.MigratingProcessInstanceValidationExceptionDto;
import org.camunda.bpm.engine.rest.dto.migration.MigrationPlanValidationExceptionDto;

/**
 * Takes the place of the engine's class of this name, through which every error of the REST API and of the web applications' goes. The
 * engine's own answers a race, an unknown id and another authority's id with 500, and writes statements and class names into answers and log.
 */
public class ExceptionHandlerHelper {

  private static final ExceptionHandlerHelper INSTANCE = new ExceptionHandlerHelper();

  private ExceptionHandlerHelper() {}

  public static ExceptionHandlerHelper getInstance() {
    return INSTANCE;
  }

  public Response getResponse(Throwable thrown) {
    return EngineErrors.answer(thrown, getStatus(thrown).getStatusCode(), fromException(thrown));
  }

  /** The engine's own form of an error, before Baton has looked at it. */
  public ExceptionDto fromException(Throwable thrown) {
    ExceptionDto body;
    if (thrown instanceof MigratingProcessInstanceValidationException migration) {
      body = MigratingProcessInstanceValidationExceptionDto.from(migration);
    } else if (thrown instanceof MigrationPlanValidationException plan) {
      body = MigrationPlanValidationExceptionDto.from(plan);
    } else if (thrown instanceof AuthorizationException authorization) {
      body = AuthorizationExceptionDto.fromException(authorization);
    } else if (thrown instanceof ParseException parse) {
      body = ParseExceptionDto.fromException(parse);
    } else {
      body = ExceptionDto.fromException(thrown);
    }
    var engine = thrown instanceof RestException ? thrown.getCause() : thrown;
    if (engine instanceof ProcessEngineException coded) {
      body.setCode(coded.getCode());
    }
    return body;
  }

  public Response.Status getStatus(Throwable thrown) {
    if (thrown instanceof AuthorizationException) {
      return Response.Status.FORBIDDEN;
    }
    if (thrown instanceof MigrationPlanValidationException || thrown instanceof MigratingProcessInstanceValidationException
        || thrown instanceof BadUserRequestException || thrown instanceof ParseException) {
      return Response.Status.BAD_REQUEST;
    }
    if (thrown instanceof RestException rest && rest.getStatus() != null) {
      return rest.getStatus();
    }
    var status = thrown instanceof WebApplicationException web ? Response.Status.fromStatusCode(web.getResponse().getStatus()) : null;
    return status == null ? Response.Status.INTERNAL_SERVER_ERROR : status;
  }
}
