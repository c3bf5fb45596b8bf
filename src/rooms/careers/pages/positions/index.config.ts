export default definePageConfig({ navigationBarTitleText: '汇人才', enablePullDownRefresh: true })
