/** A change of a shelf: "+3", "−1". */
export function sayChange(change: number): string {
  if (change === 0) return '0'
  return change > 0 ? `+${change}` : `−${-change}`
}

interface Shelf {
  stock: number
  unit: string
  /** What was redeemed and has not come back. */
  out: number
}

/** "货架 5 只，换走 3 只": where the pieces of a good are. */
export function sayShelf({ stock, unit, out }: Shelf): string {
  return `货架 ${stock} ${unit}${out > 0 ? `，换走 ${out} ${unit}` : ''}`
}
