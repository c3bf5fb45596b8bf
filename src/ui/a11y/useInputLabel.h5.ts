/// <reference lib="dom" />
import { type RefObject, useEffect, useRef } from 'react'

/** Taro wraps the browser's input and leaves the name on the wrapper, where nobody reads it. */
export function useInputLabel<E>(label: string): RefObject<E> {
  const host = useRef<E>(null)
  useEffect(() => {
    if (!(host.current instanceof HTMLElement)) return
    const wrapper = host.current
    const name = () => wrapper.querySelector('input, textarea')?.setAttribute('aria-label', label)
    name()
    // The wrapper draws its input later than React mounts it.
    const observer = new MutationObserver(name)
    observer.observe(wrapper, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [label])
  return host
}
