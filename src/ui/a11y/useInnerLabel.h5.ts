/// <reference lib="dom" />
import { type RefObject, useEffect, useRef } from 'react'

/** Taro wraps the browser's input or image and leaves the name on the wrapper, where nobody reads it. */
export function useInnerLabel<E>(label: string): RefObject<E> {
  const host = useRef<E>(null)
  useEffect(() => {
    if (!(host.current instanceof HTMLElement)) return
    const wrapper = host.current
    const name = () => {
      wrapper.querySelector('input, textarea')?.setAttribute('aria-label', label)
      wrapper.querySelector('img')?.setAttribute('alt', label)
    }
    name()
    // The wrapper draws what is inside later than React mounts it.
    const observer = new MutationObserver(name)
    observer.observe(wrapper, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [label])
  return host
}
