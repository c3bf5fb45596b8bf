/// <reference lib="dom" />
import { useEffect, useState } from 'react'

/** The window's width, also after it has been drawn wider or narrower. */
export function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    const read = () => setWidth(window.innerWidth)
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return width
}
