import { everyPage } from './pages'
import type { PageVisit } from './pageVisit'
import type { VisitOptions, Visitor } from './visitor'
import type { BrowserWorld } from './world'

/** Phones that look at pages side by side: one waits for its page while another's is read. */
const PHONES = 3

/** Opens every page of the app once, on phones of one kind, and looks at each when it has come to rest. */
export async function walkEveryPage(
  world: BrowserWorld,
  options: VisitOptions,
  look: (visitor: Visitor, page: PageVisit) => Promise<void>,
): Promise<void> {
  const waiting = await everyPage(world)
  const walk = async () => {
    const visitors = new Map<string, Visitor>()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const visitor = visitors.get(next.openid) ?? (await world.visit(next.openid, options))
      visitors.set(next.openid, visitor)
      await visitor.open(next.path)
      await visitor.settle()
      await look(visitor, next)
    }
  }
  await Promise.all(Array.from({ length: PHONES }, walk))
}
