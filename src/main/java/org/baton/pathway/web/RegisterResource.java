package org.baton.pathway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseNotFoundException;
import org.baton.pathway.Register;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The register for other programs, and as a spreadsheet. */
@RestController
@RequestMapping("/api/register")
@Tag(name = "Register")
class RegisterResource {

  private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> HEADINGS = List.of("Case", "Panel", "Received", "Children", "Referred by", "Route", "Level", "State", "Sitting",
      "Decision", "Service", "Reason", "Decided", "Decider", "Remark", "Follow up on");

  private final Register register;

  RegisterResource(Register register) {
    this.register = register;
  }

  @GetMapping
  @Operation(summary = "Rows of the register, 100 a page",
      description = "sort: CASE, PANEL, RECEIVED, STATE, SITTING, DECISION, DECIDED or FOLLOW_UP; words: part of a name, a case number or a remark")
  List<Register.Row> page(
      @RequestParam(defaultValue = "") String forum, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "RECEIVED") Register.Sort sort, @RequestParam(defaultValue = "true") boolean descending,
      @RequestParam(defaultValue = "0") int page) {
    return register.page(new Register.Query(forum, words, open, sort, descending), page);
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change remark and follow-up day of rows in bulk: all, or none if one is refused",
      description = "was: remark and day as the row was read; a row that somebody has changed since is refused")
  void change(@RequestBody List<Register.Change> changes) {
    register.change(changes);
  }

  @GetMapping(path = "/spreadsheet", produces = SPREADSHEET)
  @Operation(summary = "All rows of the query as a spreadsheet")
  ResponseEntity<StreamingResponseBody> spreadsheet(
      @RequestParam(defaultValue = "") String forum, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "RECEIVED") Register.Sort sort, @RequestParam(defaultValue = "true") boolean descending) {
    var rows = register.all(new Register.Query(forum, words, open, sort, descending));
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(SPREADSHEET))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.xlsx\"").body(out -> write(rows, out));
  }

  private static void write(List<Register.Row> rows, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Baton", null)) {
      var sheet = workbook.newWorksheet("Register");
      for (var column = 0; column < HEADINGS.size(); column++) {
        sheet.value(0, column, HEADINGS.get(column));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      for (var line = 1; line <= rows.size(); line++) {
        var row = rows.get(line - 1);
        var texts = new String[] {row.caseId(), row.panel(), null, row.children(), row.referredBy(), row.route(), row.level(), row.state(), null,
            row.decision(), row.service(), row.reason(), null, row.decider(), row.remark(), null};
        for (var column = 0; column < texts.length; column++) {
          if (texts[column] != null) {
            sheet.value(line, column, texts[column]);
          }
        }
        day(sheet, line, 2, day(row.receivedAt()));
        day(sheet, line, 8, day(row.sitting()));
        day(sheet, line, 12, day(row.decidedAt()));
        day(sheet, line, 15, row.followUpOn());
      }
    }
  }

  private static void day(Worksheet sheet, int line, int column, LocalDate day) {
    if (day != null) {
      sheet.value(line, column, day);
      sheet.style(line, column).format("yyyy-mm-dd").set();
    }
  }

  private static LocalDate day(Instant instant) {
    return instant == null ? null : WorkingCalendar.day(instant);
  }

  @ExceptionHandler
  ProblemDetail badInput(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail changedMeanwhile(Register.ChangedMeanwhileException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(CaseNotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }
}
