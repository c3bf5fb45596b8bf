import { type RefObject, useRef } from 'react'

/** Names an input for the ear. In WeChat `aria-label` on the component is enough. */
export function useInputLabel<E>(_label: string): RefObject<E> {
  return useRef<E>(null)
}
