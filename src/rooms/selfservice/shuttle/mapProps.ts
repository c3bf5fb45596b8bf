/** A stop as a map draws it. */
export interface MapStop {
  stopId: string
  name: string
  latitude: number
  longitude: number
}

export interface LineMapProps {
  /** In the order of the way. */
  stops: readonly MapStop[]
  /** One's own stop. */
  mine?: string | undefined
}
