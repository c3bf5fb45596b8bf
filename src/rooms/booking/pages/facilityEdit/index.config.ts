export default definePageConfig({ navigationBarTitleText: '规则与课程' })
