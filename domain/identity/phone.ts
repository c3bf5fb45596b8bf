/** A mainland mobile number without country code. */
export const PHONE = /^1\d{10}$/

/** `138****0426`: enough to recognise one's own number by, too little to call somebody else's. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
