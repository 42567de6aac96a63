package org.baton.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baton.platform.demo.DemoUsers;

/** Camunda Tasklist in a real browser: the system's Chromium, or the one that Playwright fetches for itself where there is none. */
public final class Tasklist implements AutoCloseable {

  private static final List<Path> SYSTEM_CHROMIUM = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final Browser browser;
  private final int port;
  private BrowserContext context;
  private Page page;

  public Tasklist(int port) {
    this.port = port;
    var chromium = SYSTEM_CHROMIUM.stream().filter(Files::isExecutable).findFirst();
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(chromium.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
    var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"));
    chromium.ifPresent(options::setExecutablePath);
    browser = playwright.chromium().launch(options);
  }

  public Page page() {
    return page;
  }

  /** Logs in afresh. */
  public Tasklist as(String user) {
    leave();
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1500, 1000));
    page = context.newPage();
    return logIn(user);
  }

  /** Opens a page of Baton itself, as somebody afresh. */
  public Page open(String user, String path) {
    leave();
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1500, 1000).setHttpCredentials(user, DemoUsers.PASSWORD));
    page = context.newPage();
    page.navigate("http://localhost:" + port + path);
    return page;
  }

  /** Logs in where somebody was before. */
  public Tasklist logIn(String user) {
    page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
    var inside = page.getByText("Offered to me");
    // The page draws its login form anew once it knows that nobody is logged in: what was typed before is lost then, and is typed again.
    for (var tries = 0; tries < 5 && !inside.isVisible(); tries++) {
      page.locator("form input[type=text]").fill(user);
      page.locator("form input[type=password]").fill(DemoUsers.PASSWORD);
      page.locator("form input[type=password]").press("Enter");
      page.waitForFunction("""
          () => document.body.innerText.includes('Offered to me')
              || [...document.querySelectorAll('form:has(input[type=password]) input')].some(input => !input.value)""");
    }
    inside.waitFor();
    return this;
  }

  /** Opens the task of that label among those offered and claims it. */
  public Tasklist claim(String label) {
    page.locator("ol.list-unstyled li").filter(new Locator.FilterOptions().setHasText(label)).first().click();
    var claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
    page.waitForResponse(response -> response.url().endsWith("/claim"), claim::click);
    page.locator(".fjs-form").waitFor();
    // The page opens the form for its person once it has read the task again; what is written before is lost.
    page.waitForCondition(() -> completing().isEnabled());
    return this;
  }

  /** Opens the start form of a process. */
  public Tasklist start(String process) {
    page.getByText("Start process", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".modal-content").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
    page.locator(".fjs-form").waitFor();
    return this;
  }

  /** Chooses the answer that begins so, or else has it in it: a question may contain "no" as well. */
  public Tasklist choose(String field, String answer) {
    var labels = page.locator(".fjs-form-field-radio").filter(new Locator.FilterOptions().setHas(page.locator("[id*='" + field + "']"))).locator("label");
    labels.first().waitFor();
    var begins = labels.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + answer.replaceAll("[^\\w\\s]", "."))));
    (begins.count() > 0 ? begins : labels.filter(new Locator.FilterOptions().setHasText(answer))).first().click();
    return this;
  }

  /** Picks in every select of that field, of which a repeated group has several. */
  public Tasklist select(String field, String answer) {
    var displays = page.locator("[id*='" + field + "'][id$='-display']");
    displays.first().waitFor();
    for (var i = 0; i < displays.count(); i++) {
      selectNth(field, i, answer);
    }
    return this;
  }

  public Tasklist selectNth(String field, int row, String answer) {
    var item = page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(answer)).first();
    // A list that opens while the form is still drawing itself anew is closed again.
    for (var tries = 0; tries < 5 && !item.isVisible(); tries++) {
      page.locator("[id*='" + field + "'][id$='-display']").nth(row).click();
      page.waitForCondition(() -> item.isVisible() || page.locator(".fjs-dropdownlist").count() == 0);
    }
    item.click();
    return this;
  }

  /** Fills every text field or day of that name, numbered where a repeated group has several. */
  public Tasklist fill(String field, String text) {
    var inputs = page.locator("input:not(.fjs-select-hidden-input)[id*='" + field + "'], textarea[id*='" + field + "']");
    inputs.first().waitFor();
    var several = inputs.count() > 1;
    for (var i = 0; i < inputs.count(); i++) {
      inputs.nth(i).fill(several ? text + " " + (i + 1) : text);
      if (inputs.nth(i).getAttribute("class").contains("flatpickr")) {
        inputs.nth(i).press("Enter");
      }
    }
    return this;
  }

  /** Ticks one answer of a list of several. */
  public Tasklist tick(String field, String answer) {
    page.locator(".fjs-form-field-checklist").filter(new Locator.FilterOptions().setHas(page.locator("[id*='" + field + "']")))
        .locator("label").filter(new Locator.FilterOptions().setHasText(answer)).first().click();
    return this;
  }

  public Tasklist tick(String field) {
    page.locator("input[type=checkbox][id*='" + field + "']").check();
    return this;
  }

  /** Ticks the box in every row of a repeated group. */
  public Tasklist tickAll(String field) {
    var boxes = page.locator("input[type=checkbox][id*='" + field + "']");
    for (var i = 0; i < boxes.count(); i++) {
      boxes.nth(i).check();
    }
    return this;
  }

  /** Completes the task and waits for the server's answer. */
  public void complete() {
    send(completing());
  }

  private Locator completing() {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
  }

  /** Sends the start form and waits for the server's answer. */
  public void begin() {
    send(page.locator(".modal-content").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start").setExact(true)));
  }

  private void send(Locator button) {
    var answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), button::click);
    if (!answer.ok()) {
      throw new AssertionError("The form was refused: " + answer.status() + " " + answer.text());
    }
  }

  /** Signs out as a person does. */
  public void leaveByTheMenu() {
    page.locator("li.account a.dropdown-toggle").click();
    page.locator("li.logout a").click();
    page.locator("input[type=password]").waitFor();
  }

  /** What the browser still keeps of forms. */
  @SuppressWarnings("unchecked")
  public List<String> drafts() {
    return (List<String>) page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => /^(camunda-form|camForm):/.test(key))");
  }

  public void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser", name + ".png")));
  }

  private void leave() {
    if (context != null) {
      context.close();
    }
  }

  @Override
  public void close() {
    leave();
    browser.close();
    playwright.close();
  }
}
