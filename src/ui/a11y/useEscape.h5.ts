/// <reference lib="dom" />
import { useEffect } from 'react'

export function useEscape(open: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!open) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [open, onEscape])
}
