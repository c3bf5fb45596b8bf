export default definePageConfig({ navigationBarTitleText: '走进沃尔沃', enablePullDownRefresh: true })
