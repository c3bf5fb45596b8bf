/** `138****0426`: enough to recognise one's own number, too little to call it. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
