/// <reference lib="dom" />
import type { Locator } from 'playwright-core'

/** One try to press: Playwright keeps to the element that it found first, also when another page covers it. */
const PRESS_MS = 5_000

/**
 * Presses a control once its page has slid in. Looks for it anew when the page that held it has gone under another one
 * meanwhile, and presses again what moved away under the finger, as anybody would. It doesn't wait for what the press
 * leads to, or one that was slow to lead on would be pressed twice.
 *
 * @throws Playwright's error when there was nothing to press within `waitMs`
 */
export async function press(control: Locator, waitMs: number): Promise<void> {
  const page = control.page()
  const deadlineMs = performance.now() + waitMs
  for (;;) {
    const leftMs = Math.max(deadlineMs - performance.now(), 1)
    const timeout = Math.min(leftMs, PRESS_MS)
    try {
      await control.waitFor({ timeout })
      await page.waitForFunction(pagesStandStill, undefined, { timeout })
      await control.evaluate(watchPress, undefined, { timeout })
      await control.click({ timeout, noWaitAfter: true })
      // A document that is gone took the press with it.
      if (!(await page.evaluate(hasStrayed).catch(() => false))) return
    } catch (error) {
      if (leftMs <= PRESS_MS) throw error
    }
  }
}

/** Runs in the page: the router marks those that have arrived, and removes those that have left. */
function pagesStandStill(): boolean {
  const pages = document.querySelectorAll('.taro_page:not(.taro_tabbar_page)')
  return [...pages].every(({ classList }) => classList.contains('taro_page_stationed'))
}

type Watched = Window & { hasStrayed?: boolean }

/** Runs in the page: a press that is let go of elsewhere is a click on what holds both places. */
function watchPress(element: Element): void {
  const watched: Watched = window
  watched.hasStrayed = false
  const note = ({ target }: Event) => {
    watched.hasStrayed = target instanceof Node && target !== element && target.contains(element)
  }
  document.addEventListener('click', note, { capture: true, once: true })
}

function hasStrayed(): boolean {
  return (window as Watched).hasStrayed === true
}
