/*
 * Student's t, for intervals of means of few numbers. The distribution function goes by the regularised incomplete
 * beta function in its continued fraction (Press et al., Numerical Recipes, 3rd ed. 2007, §6.4; Lanczos' log gamma, §6.1).
 */

const LANCZOS = [
  76.18009172947146, -86.50532032941676, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5,
]

function logGamma(x: number): number {
  const shifted = x + 5.5
  const series = LANCZOS.reduce((sum, term, index) => sum + term / (x + 1 + index), 1.000000000190015)
  return Math.log((2.5066282746310002 * series) / x) - (shifted - (x + 0.5) * Math.log(shifted))
}

const TERMS_MAX = 300
const TINY = 1e-300

const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= TERMS_MAX; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d)
      c = awayFromZero(1 + term / c)
      fraction *= d * c
    }
    if (Math.abs(d * c - 1) < 1e-12) break
  }
  return fraction
}

function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(a, b, x)) / a
    : 1 - (front * continuedFraction(b, a, 1 - x)) / b
}

/** The probability that |T| is at most `t`, with `df` degrees of freedom. */
export function withinT(t: number, df: number): number {
  return 1 - incompleteBeta(df / 2, 0.5, df / (df + t * t))
}

/** The t that |T| stays within with this probability: 2.262 for 0.95 and 9 degrees of freedom. */
export function quantileT(probability: number, df: number): number {
  let low = 0
  let high = 1_000
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2
    if (withinT(middle, df) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
