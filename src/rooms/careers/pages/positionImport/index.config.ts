export default definePageConfig({ navigationBarTitleText: '导入职位' })
