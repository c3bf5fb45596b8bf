import { type RefObject, useRef } from 'react'

/** Names an input or a picture for the ear. In WeChat `aria-label` on the component is enough. */
export function useInnerLabel<E>(_label: string): RefObject<E> {
  return useRef<E>(null)
}
