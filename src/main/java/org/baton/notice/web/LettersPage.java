package org.baton.notice.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.access.PageLinks;
import org.baton.notice.Deliveries;
import org.baton.notice.Notice;
import org.baton.notice.ToldForm;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Packs;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters that somebody has to see to, as a page: what nobody has got, and the passwords of what is protected. */
@RestController
class LettersPage {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);
  private static final int LONGEST_NUMBER = 24;
  /** Of the messages of one letter, which one: whatever was sent again has the next number. */
  private static final Pattern NUMBER = Pattern.compile("\\.(\\d+)@");

  private final Telling telling;
  private final Sittings sittings;
  private final Packs packs;
  private final ToldForm form;
  private final PageLinks links;
  private final Template template;

  LettersPage(Telling telling, Sittings sittings, Packs packs, ToldForm form, PageLinks links) throws IOException {
    this.telling = telling;
    this.sittings = sittings;
    this.packs = packs;
    this.form = form;
    this.links = links;
    template = Mustache.compiler().defaultValue("").compile(new ClassPathResource("pages/letters.html").getContentAsString(StandardCharsets.UTF_8));
  }

  /** @param about number of a case; empty for all */
  @GetMapping(path = "/letters", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "Letters that nobody has got, and passwords of protected letters, as a page")
  String page(@RequestParam(defaultValue = "") String about) {
    var number = ApiInput.text("about", about, LONGEST_NUMBER).strip();
    var undelivered = telling.undelivered().stream().filter(notice -> number.isEmpty() || notice.caseId().filter(number::equals).isPresent()).map(this::undelivered).toList();
    var locked = telling.locked(number).stream().map(this::locked).toList();
    return template.execute(Map.of("links", links.from("/letters"), "about", number, "undelivered", undelivered, "allGot", undelivered.isEmpty(), "locked", locked, "noneLocked", locked.isEmpty()));
  }

  private Map<String, Object> undelivered(Notice notice) {
    var cells = cells(notice);
    var failed = notice.state() == Notice.State.FAILED;
    cells.put("failed", failed);
    cells.put("questions", form.questions(notice.authority()));
    cells.put("why", failed ? "Every try to send it failed" : "The directory has no address");
    return cells;
  }

  private Map<String, Object> locked(Deliveries.Locked letter) {
    var cells = cells(letter.notice());
    cells.put("seen", letter.seenBy().isPresent());
    cells.put("seenBy", letter.seenBy().orElse(""));
    cells.put("seenAt", letter.seenAt().map(WHEN::format).orElse(""));
    return cells;
  }

  private Map<String, Object> cells(Notice notice) {
    var cells = new HashMap<String, Object>();
    cells.put("id", notice.messageId());
    cells.put("written", WHEN.format(notice.writtenAt()));
    var number = NUMBER.matcher(notice.messageId());
    cells.put("number", number.find() && !number.group(1).equals("1") ? "no. " + number.group(1) : "");
    cells.put("subject", notice.subject());
    cells.put("addressee", notice.addressee());
    cells.put("recipient", notice.recipient());
    cells.put("about", notice.caseId().or(() -> notice.meetingId().map(id -> sitting(notice.authority(), id))).orElse(""));
    return cells;
  }

  private String sitting(String authority, String id) {
    var meeting = sittings.get(id);
    return packs.current(authority).profile().forumName(meeting.forum()) + ", " + WHEN.format(meeting.startsAt());
  }
}
