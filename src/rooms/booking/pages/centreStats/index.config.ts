export default definePageConfig({ navigationBarTitleText: '参观数据', enablePullDownRefresh: true })
