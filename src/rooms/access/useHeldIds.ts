import { useStore } from 'zustand'
import { holding } from './decisions'

/** What is decided on this phone already: lists leave it out, buttons rest. */
export function useHeldIds(): ReadonlySet<string> {
  const held = useStore(holding.store, state => state.held)
  return new Set(held.flatMap(({ ids }) => ids))
}
