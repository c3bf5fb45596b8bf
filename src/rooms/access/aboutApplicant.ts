/** A question asked of the applicant, as the label of the answer for somebody else: "你的水平" is 水平. */
export function aboutApplicant(question: string): string {
  return question.replace(/^你的(?=.)/, '')
}
