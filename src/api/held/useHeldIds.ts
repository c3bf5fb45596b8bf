import { useStore } from 'zustand'
import { holding } from './heldCommands'

/** What something was done to on this phone already: lists leave it out, buttons rest. */
export function useHeldIds(): ReadonlySet<string> {
  const held = useStore(holding.store, state => state.held)
  return new Set(held.flatMap(({ ids }) => ids))
}

/** How many of the things that wait in 管理 are answered here and not sent yet. */
export function useHeldAnswers(): number {
  return useStore(holding.store, ({ held }) => held.reduce((sum, { answered }) => sum + answered, 0))
}
