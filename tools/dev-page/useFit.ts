/// <reference lib="dom" />
import { type RefObject, useEffect, useRef, useState } from 'react'

interface Size {
  width: number
  height: number
}

/** How much smaller something of this size must be shown to fit into what holds it; never larger than it is. */
export function scaleToFit(size: Size, room: Size): number {
  return Math.min(1, room.width / size.width, room.height / size.height)
}

/** The scale at which something fits into its parent, kept while the window changes. */
export function useFit(size: Size): [place: RefObject<HTMLDivElement>, scale: number] {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>(size)
  useEffect(() => {
    const parent = place.current?.parentElement
    if (!parent) return undefined
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect))
    observer.observe(parent)
    return () => observer.disconnect()
  }, [])
  return [place, scaleToFit(size, room)]
}
