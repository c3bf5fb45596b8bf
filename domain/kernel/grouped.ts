/** A whole number as it is read: "1,200". Without a sign. */
export const grouped = (amount: number): string => String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ',')
