/** How the statement calls it: "签到第 12 天". */
export function checkInTitle(day: number): string {
  return `签到第 ${day} 天`
}
