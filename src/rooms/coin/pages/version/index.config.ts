export default definePageConfig({ navigationBarTitleText: '规则的一版', enablePullDownRefresh: true })
