#!/usr/bin/env python3
"""A person at the page, in Chromium: types, chooses, undoes, fills, writes a poem, colours a text, opens the gates;
wide and narrow, light and dark, in both languages. Nothing may go to the console or to another server, nothing may
be wider than the window, and axe-core may find nothing.

page.py URL SERVER-FOLDER [PICTURES]"""

import json
import os
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

url, sources = sys.argv[1:3]
pictures = sys.argv[3] if len(sys.argv) > 3 else None
messages, foreign, found = [], [], []


def opened(browser, width, height, scheme, path="/"):
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    if scheme == "dark":
        # Some browsers don't know speech.
        page.add_init_script("delete globalThis.speechSynthesis")
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: request.url.startswith(url) or foreign.append(request.url))
    page.goto(url + path)
    expect(page.locator("#model option").first).to_be_attached(timeout=60000)
    return page


def looked_at(page, name):
    if pictures:
        page.screenshot(path=os.path.join(pictures, f"{name}.png"))
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wider > 0:
        found.append(f"{name}: {wider} pixels wider than the window")
    for violation in Axe().run(page).response["violations"]:
        nodes = [node["target"] for node in violation["nodes"]]
        found.append(f"{name}: {violation['id']} {nodes[:3]}")


def value(page):
    return page.input_value("#text")


def types_and_chooses(page):
    text = page.locator("#text")
    text.click()
    page.keyboard.type("Ela abriu a jan")
    expect(page.locator("#ghost i")).to_be_visible(timeout=20000)
    page.keyboard.press("Tab")
    assert value(page).startswith("Ela abriu a jan") and value(page).endswith(" "), value(page)
    word = value(page)
    # The space goes before a mark; undoing brings it back, and then the letters.
    page.keyboard.type(".")
    assert value(page) == word.rstrip() + ".", value(page)
    for _ in range(8):
        if value(page) == "Ela abriu a jan":
            break
        page.keyboard.press("Control+z")
    assert value(page) == "Ela abriu a jan", value(page)
    # From the list with the arrows.
    expect(page.locator("#candidates [role=option]").first).to_be_visible(timeout=20000)
    page.keyboard.press("ArrowDown")
    expect(page.locator("#candidates [role=option]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(text).to_be_focused()
    assert value(page).endswith(" "), value(page)
    # With a digit, and with the same digit twice.
    page.check("#digits")
    text.focus()
    page.keyboard.press("End")
    before = value(page)
    expect(page.locator("#candidate-0")).to_be_visible(timeout=20000)
    page.keyboard.press("1")
    assert len(value(page)) > len(before), value(page)
    page.keyboard.press("1")
    assert value(page) == before + "1", value(page)
    page.uncheck("#digits")
    # With the pointer.
    text.focus()
    page.keyboard.type(" e a c")
    expect(page.locator("#candidate-0")).to_be_visible(timeout=20000)
    page.locator("#candidate-0").click()
    assert value(page).endswith(" ") and not value(page).endswith(" c "), value(page)
    # A dead key: nothing is asked for while letters are composed.
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "~", "selectionStart": 1, "selectionEnd": 1})
    page.wait_for_timeout(200)
    assert not asked, asked
    session.send("Input.insertText", {"text": "ã"})
    assert value(page).endswith("ã"), value(page)
    # Esc hides the ghost, then Tab leaves the field.
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(text).not_to_be_focused()


def learns_and_forgets(page):
    page.check("#learn")
    page.fill("#text", "")
    page.focus("#text")
    page.keyboard.type("O Zebedeu chegou. O Zebedeu saiu. O Z")
    expect(page.locator("#candidates")).to_contain_text("Zebedeu", timeout=20000)
    expect(page.locator("#learned")).not_to_be_empty()
    page.click("#memory summary")
    word = page.locator("#memory-words li", has_text="Zebedeu")
    expect(word).to_be_visible()
    word.locator("button").click()
    expect(word).to_have_count(0)
    page.click("#forget")
    expect(page.locator("#forget")).to_be_hidden()


def fills(page):
    page.click("#tab-lacunas")
    page.click("#blanks-form button.main")
    expect(page.locator("#filled mark")).to_have_count(2, timeout=60000)
    page.locator("#places fieldset").nth(0).locator("input").nth(1).check()
    chosen = page.locator("#places fieldset").nth(0).locator("label span").nth(1).inner_text()
    expect(page.locator("#filled mark").first).to_have_text(chosen)
    assert page.locator("#filled").inner_text().endswith("."), page.locator("#filled").inner_text()


def writes_a_poem(page):
    page.click("#tab-poema")
    page.select_option("#form", "")
    page.fill("#first-words", "O mar")
    page.fill("#lines", "4")
    page.fill("#seed", "7")
    page.click("#poem-form button.main")
    expect(page.locator("#poem-note")).to_contain_text("7", timeout=60000)
    poem = page.locator("#verses").inner_text()
    assert poem.startswith("O mar") and "s=7" in page.url and "mar" not in page.url, (poem, page.url)
    page.click("#poem-form button.main")
    expect(page.locator("#verses")).to_have_attribute("aria-busy", "false", timeout=60000)
    assert page.locator("#verses").inner_text() == poem
    page.fill("#lines", "60")
    # The end of a poem that another one takes the place of is not the end of that one.
    is_busy = page.evaluate(
        """async () => {
          for (let count = 0; count < 2; count += 1) document.querySelector('#poem-form button.main').click();
          await new Promise((done) => setTimeout(done, 5));
          return document.querySelector('#verses').ariaBusy;
        }""")
    assert is_busy == "true", is_busy
    # At once, or the poem may be over before anybody can stop it.
    page.evaluate(
        "for (const button of ['#poem-form button.main', '#stop-poem']) document.querySelector(button).click()")
    expect(page.locator("#verses")).to_have_attribute("aria-busy", "false", timeout=60000)
    page.select_option("#form", "soneto")
    page.fill("#theme-words", "mar")
    page.fill("#seed", "1")
    page.click("#poem-form button.main")
    expect(page.locator("#verses")).to_have_attribute("aria-busy", "false", timeout=300000)
    expect(page.locator("#verses li:not(.space)")).to_have_count(14)
    assert page.locator("#verses small").first.inner_text().startswith("10 · "), page.locator("#verses").inner_text()
    assert "forma=soneto" in page.url and "mar" not in page.url, page.url


def colours(page):
    page.click("#tab-surpresa")
    hostile = 'Bom dia <script>document.title="x"</script> "><img src=x onerror=alert(1)>'
    page.fill("#surprise-text", hostile)
    page.click("#surprise-form button.main")
    expect(page.locator("#coloured span").first).to_be_visible(timeout=60000)
    assert page.locator("#coloured").inner_text().strip() == hostile
    assert page.locator("#coloured script, #coloured img").count() == 0
    page.locator("#coloured span").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#coloured span").nth(1)).to_be_focused()
    expect(page.locator("#word-detail")).to_contain_text("dia")


def looks_inside(page):
    page.click("#tab-dentro")
    expect(page.locator("#gates canvas").first).to_be_visible(timeout=60000)
    before = page.input_value("#gates-text")
    page.click("#gates-form button.main")
    expect(page.locator("#gates-text")).not_to_have_value(before, timeout=60000)
    page.click("#stop-gates")
    page.click("#numbers summary")
    expect(page.locator("#tables table").first).to_be_visible()


def refuses_in_its_language(page):
    """What the server refuses is said in Portuguese, and exactly in English."""
    page.click("#tab-lacunas")
    page.fill("#blanks-text", "___ " * 17)
    page.click("#blanks-form button.main")
    expect(page.locator("#problem")).to_have_text("O texto está vazio, ou tem mais de 16 lacunas.")
    page.click("#language")
    page.click("#blanks-form button.main")
    expect(page.locator("#problem")).to_contain_text("17 blanks")
    page.click("#language")
    page.fill("#blanks-text", "Ontem eu ___ ao cinema com meus ___.")
    page.click("#blanks-form button.main")
    expect(page.locator("#problem")).to_be_hidden()
    # Chromium notes each refusal.
    messages[:] = [message for message in messages if "status of 400" not in message]


def writes_with_switches(page):
    """Keys of the page, then two switches: the first goes on, the second chooses."""
    page.fill("#text", "Eu quero com")
    expect(page.locator("#letters button", has_text="e").first).to_be_visible(timeout=20000)
    page.locator("#letters button").first.click()
    assert len(value(page)) == len("Eu quero com") + 1, value(page)
    page.click("#key-erase")
    page.click("#key-space")
    page.locator("#alphabet button", has_text="ã").click()
    assert value(page) == "Eu quero com ã", value(page)
    page.select_option("#pace", "0")
    page.check("#scan")
    expect(page.locator("#text")).to_be_focused()
    for _ in range(10):
        if page.locator("#commands.lit").count():
            break
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#key-space")).to_have_class("lit")
    page.keyboard.press("Space")
    expect(page.locator("#key-erase")).to_have_class("lit")
    page.keyboard.press("Enter")
    assert value(page) == "Eu quero com ", value(page)
    looked_at(page, "aac-scanning")
    # With one switch the rows light up by themselves, and Esc ends it.
    page.select_option("#pace", "0.5")
    page.focus("#text")
    expect(page.locator("#letters.lit")).to_be_visible(timeout=20000)
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)
    expect(page.locator("#scan")).not_to_be_checked()


def begins_quickly(browser):
    """What the page asks for, how soon it is ready, and whether anything moves or stands still while somebody types."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.add_init_script(
        """globalThis.shifts = 0; globalThis.longest = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts += entry.value; })
          .observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration); })
          .observe({ type: "longtask", buffered: true });""")
    page.goto(url)
    expect(page.locator("#model option").first).to_be_attached(timeout=60000)
    files, ready = page.evaluate(
        """() => {
          const [begin] = performance.getEntriesByType("navigation");
          const files = performance.getEntriesByType("resource").filter((entry) => !entry.name.includes("/v1/"));
          return [1 + files.length, begin.domContentLoadedEventEnd - begin.responseStart];
        }""")
    page.evaluate("longest = 0")
    page.focus("#text")
    page.keyboard.type("Ela abriu a janela devagar e olhou para o c", delay=60)
    expect(page.locator("#candidate-0")).to_be_visible(timeout=20000)
    shifts, longest = page.evaluate("[shifts, longest]")
    if files > 4:
        found.append(f"{files} files are asked for, four at most are expected")
    print(
        f"the page: {files} files, ready {ready:.0f} ms after the first byte; while typing things move by {shifts:.3f}, the "
        f"longest task takes {longest:.0f} ms")
    context.close()


def fits_narrow_windows(browser):
    """As at four times the size in a window of 1,280 pixels."""
    page = opened(browser, 320, 640, "light")
    for view in ["escrever", "lacunas", "poema", "surpresa", "dentro"]:
        page.click(f"#tab-{view}")
        looked_at(page, f"{view}-320-light")
    page.context.close()


def speaks_both_languages(page):
    page.click("#language")
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#tab-escrever")).to_have_text("Write")
    page.click("#language")
    expect(page.locator("#tab-escrever")).to_have_text("Escrever")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")


def keeps_the_rules(page):
    """The script's rules of typing against the cases of the Swift ones; and the texts of both languages."""
    folder = os.path.join(sources, "Sources/CTextgenAssets/page/script")
    with open(os.path.join(folder, "rules.js"), encoding="utf-8") as file:
        rules = file.read()
    with open(os.path.join(folder, "texts.js"), encoding="utf-8") as file:
        texts = file.read()
    with open(os.path.join(sources, "Tests/TextGenTypingTests/word-case.json"), encoding="utf-8") as file:
        cases = json.load(file)
    wrong = page.evaluate(
        "cases => {" + rules + texts + """
        return [
          ...cases.cased.filter((c) => cased(c.word, c.typed, c.after) !== c.is),
          ...cases.takesSpace.filter((c) => closing.test(c.text) !== c.is),
          ...cases.rest.filter((c) => rest(c.word, c.typed) !== c.is),
          ...Object.keys(texts.pt).filter((name) => !(name in texts.en)),
          ...Object.keys(texts.en).filter((name) => !(name in texts.pt)),
        ];}""", cases)
    assert not wrong, wrong


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        for width, height in [(1400, 900), (390, 800)]:
            for scheme in ["light", "dark"]:
                page = opened(browser, width, height, scheme)
                is_first = (width, scheme) == (1400, "light")
                page.focus("#text")
                page.keyboard.type("Ela abriu a janela e olhou para o c")
                expect(page.locator("#ghost i")).to_be_visible(timeout=20000)
                looked_at(page, f"escrever-{width}-{scheme}")
                page.fill("#text", "")
                if is_first:
                    keeps_the_rules(page)
                    types_and_chooses(page)
                    learns_and_forgets(page)
                    refuses_in_its_language(page)
                for act, view in [(fills, "lacunas"), (writes_a_poem, "poema"), (colours, "surpresa"), (looks_inside, "dentro")]:
                    act(page)
                    looked_at(page, f"{view}-{width}-{scheme}")
                speaks_both_languages(page)
                page.context.close()
        begins_quickly(browser)
        fits_narrow_windows(browser)
        page = opened(browser, 1024, 768, "light", "/?modo=aac")
        page.focus("#text")
        page.keyboard.type("Eu quero ")
        expect(page.locator("#candidate-0")).to_be_visible(timeout=20000)
        looked_at(page, "aac-1024-light")
        box = page.locator("#candidate-0").bounding_box()
        assert box["height"] >= 88 and box["width"] >= 88, box
        writes_with_switches(page)
        browser.close()
    faults = found + [f"console: {message}" for message in messages] + [f"asked of another server: {address}" for address in foreign]
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    print("the page: five views at two widths, light and dark, in two languages; nothing to report")


main()
